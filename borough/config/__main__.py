from borough.config.cli import main

main()
