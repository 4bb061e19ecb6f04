// EntityLinking
