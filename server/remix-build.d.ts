/** Made by Remix's Vite plugin while building, and bundled with our server. */
declare module 'virtual:remix/server-build';
