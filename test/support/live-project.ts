/** The demo project with a socket server on it, as long as the tests of a file run. */
import { afterAll, beforeAll } from 'vitest';
import { demoProject, type DemoProject } from './demo-project.ts';
import { liveServer, type LiveServer } from './live-documents.ts';

/** Call it at the top of a file; what it gives is there when the first test begins. */
export function liveProject(): { readonly project: DemoProject; readonly server: LiveServer } {
  let opened: { project: DemoProject; server: LiveServer } | null = null;
  beforeAll(async () => {
    const project = await demoProject();
    opened = { project, server: await liveServer(project.connectionString) };
  });
  afterAll(async () => {
    await opened?.server.close();
    await opened?.project.close();
  });
  const known = () => {
    if (opened === null) throw new Error('The project is opened before the first test.');
    return opened;
  };
  return {
    get project() {
      return known().project;
    },
    get server() {
      return known().server;
    },
  };
}
