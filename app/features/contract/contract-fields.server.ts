import { z } from 'zod';
import { isCalendarDate } from '../../domain/shared/calendar-date.ts';

export const calendarDay = z.string().refine(isCalendarDate, 'date.invalid');

/** A day, or empty for none. */
export const optionalDay = z
  .string()
  .refine((text) => text === '' || isCalendarDate(text), 'date.invalid');
