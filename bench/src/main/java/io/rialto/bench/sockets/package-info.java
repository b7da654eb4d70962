/** WebSockets that cost the machine as little as they can, so that what is measured is the venue's. */
package io.rialto.bench.sockets;
