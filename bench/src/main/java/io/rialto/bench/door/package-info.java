/** A recording's way in by the HTTP door: one signed request after another, against a venue in a process of its own. */
package io.rialto.bench.door;
