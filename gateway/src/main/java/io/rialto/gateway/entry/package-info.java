/** Order entry: what clients write becomes a message for the line, alone or as a part of several. */
package io.rialto.gateway.entry;
