import { room } from '#server/collab/room.ts';

export const broken = room;
