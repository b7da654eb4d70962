/** How much a client may ask, by tier, address and route; who asks too much, and for how long he is shut out. */
package io.rialto.gateway.limits;
