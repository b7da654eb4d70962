/** How the venue speaks to machines that are not its own: whom it trusts, to which addresses it connects, and for how long it listens. */
package io.rialto.gateway.outbound;
