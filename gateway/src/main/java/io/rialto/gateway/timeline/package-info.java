/** History as a line: how much happened where, and what stands out. */
package io.rialto.gateway.timeline;
