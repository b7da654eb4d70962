/** When markets open, pause and close: sessions, calendars and time zones as data, turned into commands. */
package io.rialto.gateway.schedule;
