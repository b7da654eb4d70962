/** Connections, whatever is asked on them: how many there may be, how slowly they may speak, and how they end. */
package io.rialto.gateway.connections;
