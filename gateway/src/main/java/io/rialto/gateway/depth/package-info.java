/** Books level by level: a snapshot, then what changes, numbered so that nothing is missed unseen. */
package io.rialto.gateway.depth;
