/** What of an instrument can be changed while it trades, what it was at any time, and its way out of the venue. */
package io.rialto.gateway.parameters;
