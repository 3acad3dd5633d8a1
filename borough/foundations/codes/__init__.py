"""Six digits sent to somebody, and given back: to open one case, or to show that an e-mail address is theirs."""
