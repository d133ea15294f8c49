"""From what single reports say to what is claimed across them: copied passages, the same claims, their origins."""
