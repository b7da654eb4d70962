/** Books level by level and order by order: a snapshot, then what changes, numbered so that nothing is missed unseen. */
package io.rialto.gateway.depth;
