/**
 * JMH measurements of the server's indexes, each beside a plain scan that gives the same answer, at 29,500 rows (the
 * contest's), ten and a hundred times as many: the growth of cost with data is the result. The setup checks that both
 * answer alike before anything is timed. What a write costs, which a scan has no equal of, is measured by itself.
 */
package isuumo.micro;
