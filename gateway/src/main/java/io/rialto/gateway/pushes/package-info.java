/** How notifications come to their readers without being asked for: sockets, what leaves the venue, what waits for its time. */
package io.rialto.gateway.pushes;
