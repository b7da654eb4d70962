/** All ways out of the venue, opened and closed together. */
package io.rialto.gateway.outward;
