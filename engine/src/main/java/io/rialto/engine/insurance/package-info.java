/** The fund that stands between those who lose more than they have and those who win it. */
package io.rialto.engine.insurance;
