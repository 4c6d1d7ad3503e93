import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#server/config.ts';

describe('the environment', () => {
  test('may be empty: loopback, port 3000, embedded database in ./data, with the demo', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      databaseUrl: null,
      demo: true,
    });
  });

  test('sets each value by its name', () => {
    const config = readConfig({
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/dagang',
      DATABASE_URL: 'postgres://db/dagang',
      DEMO: '0',
    });

    expect(config).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/dagang',
      databaseUrl: 'postgres://db/dagang',
      demo: false,
    });
  });

  test.each(['127.0.0.1', 'localhost', '::1'])('may show the demo on %s', (host) => {
    expect(readConfig({ HOST: host }).host).toBe(host);
  });

  test('may not show the demo to others, because its password is public', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow(ConfigError);
    expect(() => readConfig({ HOST: '192.168.1.5', DEMO_PUBLIC: '0' })).toThrow(/DEMO_PUBLIC=1/);
    expect(readConfig({ HOST: '0.0.0.0', DEMO_PUBLIC: '1' }).demo).toBe(true);
    expect(readConfig({ HOST: '0.0.0.0', DEMO: '0' }).demo).toBe(false);
  });

  test.each(['http', '-1', '65536', '80.5', ' ', '0x50', 'Infinity'])(
    'refuses the port %j',
    (port) => {
      expect(() => readConfig({ PORT: port })).toThrow(/PORT must be/);
    },
  );

  test('with port 0 asks the system for a free one', () => {
    expect(readConfig({ PORT: '0' }).port).toBe(0);
  });

  test('says everything that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'yes', HOST: '0.0.0.0' })).toThrow(
      /PORT[^]*DEMO must be 0 or 1/,
    );
  });
});

test('an empty variable counts as not set, as in a compose file without a value', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', DATA_DIR: '', HOST: '', DEMO: '' })).toEqual(
    readConfig({}),
  );
});
