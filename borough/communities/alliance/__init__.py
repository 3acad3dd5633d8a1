"""DigiKnow, the digital inclusion alliance: its partners, where and how they help, and its champions."""
