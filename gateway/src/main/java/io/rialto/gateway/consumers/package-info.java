/** The venue's own consumers of business events, and what an administrator sees and does of all of them. */
package io.rialto.gateway.consumers;
