/** What an account did and had, as files: rows that anybody can read, with the stretch of the journal that they come from. */
package io.rialto.gateway.exports;
