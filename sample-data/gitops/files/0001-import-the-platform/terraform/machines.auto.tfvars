# Machines outside Kubernetes
annotation_vm_instance_type = "m6i.2xlarge"
license_vm_instance_type    = "r6i.xlarge"
