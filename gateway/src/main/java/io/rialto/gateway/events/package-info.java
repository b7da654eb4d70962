/** What happened, for those who audit: the venue's events by whom and what they name, in words. */
package io.rialto.gateway.events;
