"""Learning to be online: sessions with a champion, and what people can do before and after."""
