/** The routes by which people register, log in and look after themselves, and by which administrators look after them. */
package io.rialto.gateway.users;
