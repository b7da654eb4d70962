/** When snapshots of the core are taken, by whom, and what became of them; how one is made is for {@code replay}. */
package io.rialto.gateway.snapshots;
