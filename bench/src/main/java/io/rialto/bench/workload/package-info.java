/** The bare book, driven by a binary workload file and answering with the exact stream of reports. */
package io.rialto.bench.workload;
