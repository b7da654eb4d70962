/** One message to many connections: bytes made once, a bounded queue each, and what becomes of who reads too slowly. */
package io.rialto.gateway.fanout;
