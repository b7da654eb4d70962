/** What readers have been told: kept, bounded, read, counted. */
package io.rialto.gateway.inbox;
