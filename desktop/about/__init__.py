"""What the program is: version and build, where things stand, of which components it is made. Knows no Qt."""
