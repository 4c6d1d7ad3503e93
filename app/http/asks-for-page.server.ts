/**
 * Whether the browser asks for a whole page. When its scripts ask for the data of a page, they
 * take any type of answer.
 */
export function asksForPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html');
}
