/** {@code rialto bench steps}: how long a step through a long journal takes, as the explorer asks for it. */
package io.rialto.bench.steps;
