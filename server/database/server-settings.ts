/** Given on the command line, so that they hold whatever the files in the cluster say. */
export function serverSettings(port: number): string[] {
  const settings = {
    // What was shown as saved survives a power cut.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Nobody from outside, and no socket file whose path may be too long or not writable.
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // A small office on a small machine.
    shared_buffers: '128MB',
    max_connections: '60',
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    logging_collector: 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
