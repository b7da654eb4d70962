/** E-mail, by SMTP. */
package io.rialto.gateway.mail;
