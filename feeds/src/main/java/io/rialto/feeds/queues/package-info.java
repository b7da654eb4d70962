/** Books order by order, without owners: who stands where in line, under numbers that mean nothing elsewhere. */
package io.rialto.feeds.queues;
