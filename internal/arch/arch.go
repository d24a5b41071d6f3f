// Package arch tests who imports whom. It has no code of its own: the table in
// its test is the rule, and anything it does not allow fails.
package arch
