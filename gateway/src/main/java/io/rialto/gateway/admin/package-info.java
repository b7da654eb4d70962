/** What only an administrator does: list, open accounts, hand out keys, move money in and out. */
package io.rialto.gateway.admin;
