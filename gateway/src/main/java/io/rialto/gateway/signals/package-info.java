/** What sources outside tell the venue, and what they have told it. */
package io.rialto.gateway.signals;
