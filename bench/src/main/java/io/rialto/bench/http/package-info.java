/** HTTP order entry under load, beside a bare handler that parses and answers the same JSON. */
package io.rialto.bench.http;
