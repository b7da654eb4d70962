/** Which days are days of business, by calendar, and which instrument settles by which. */
package io.rialto.engine.calendar;
