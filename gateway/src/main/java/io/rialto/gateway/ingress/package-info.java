/** Where a checked request becomes a command in the line, and its frame an answer. */
package io.rialto.gateway.ingress;
