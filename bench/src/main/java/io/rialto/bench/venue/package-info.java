/** A venue seen from outside: its process, and a program that signs requests to it. */
package io.rialto.bench.venue;
