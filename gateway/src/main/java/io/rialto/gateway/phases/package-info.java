/** What an instrument does now, what its auction would do, and what of it can be changed while it trades. */
package io.rialto.gateway.phases;
