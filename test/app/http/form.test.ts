import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseForm } from '#app/http/form.server.ts';

const schema = z.object({
  title: z.string().trim().min(1, 'title.missing').max(10, 'title.too-long'),
  password: z.string().min(3).default('long enough'),
});

describe('a form', () => {
  it('becomes values', async () => {
    const parsed = await parseForm(post(new URLSearchParams({ title: ' 大纲 ' })), schema);
    expect(parsed).toEqual({ ok: true, value: { title: '大纲', password: 'long enough' } });
  });

  it('may be multipart too', async () => {
    const form = new FormData();
    form.set('title', 'Outline');
    const parsed = await parseForm(post(form), schema);
    expect(parsed.ok).toBe(true);
  });

  it('is refused field by field, with what was typed but never a password', async () => {
    const parsed = await parseForm(
      post(new URLSearchParams({ title: 'far too long a title', password: 'x' })),
      schema,
    );
    expect(parsed).toEqual({
      ok: false,
      refusal: {
        code: 'title.too-long',
        fields: { title: 'title.too-long', password: 'form.invalid' },
        submitted: { title: 'far too long a title' },
      },
    });
  });

  it('is refused when it is larger than a form can be, also without a declared length', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    });
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: endless,
      duplex: 'half',
    });
    const parsed = await parseForm(request, schema);
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'form.too-large' } });
  });

  it.each([
    ['application/json', '{"title":"x"}'],
    ['multipart/form-data; boundary=none', 'no parts here'],
    ['multipart/form-data', '--x'],
  ])('is refused when it is not a form: %s', async (type, body) => {
    const request = new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    const parsed = await parseForm(request, schema);
    expect(parsed).toMatchObject({ ok: false, refusal: { code: 'body.malformed' } });
  });
});

function post(body: URLSearchParams | FormData): Request {
  return new Request('http://localhost/', { method: 'POST', body });
}
