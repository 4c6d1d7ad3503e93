export const thread = 'thread';
