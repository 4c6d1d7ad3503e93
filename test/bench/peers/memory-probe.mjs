// Loaded before each server: collects garbage when asked over the channel and says what is left.
process.on('message', (message) => {
  if (message !== 'collect') return;
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ memory: { rss, held: heapUsed + external } });
});
process.channel?.unref();
