/** One call at a time, under JMH; the flows of {@code bench book} say what calls cost in company. */
package io.rialto.bench.jmh;
