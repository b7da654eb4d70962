/** How connections end, whatever was asked on them. */
package io.rialto.gateway.connections;
